"""Who works here, for whom, in which function, on which ground.

Words: a *municipality* adopts a version of the AVE model; an *organisation* (a municipality too) has *teams* and
*members*; a member holds *functions* of the model for a time, each on a *domain* (Wmo, youth, participation, OGGZ,
public order) that is a ground of its own; a *mandate* lets a member record a decision on behalf of mayor or alderman; a
*stand-in* takes a member's place for a time; a *duo* is two members who share intake and work list, each within their
own ground; an *account* signs in and stands for one member.

Invariants: everything is time-bound (from, until) and nothing is removed; being an administrator opens no case.
"""
