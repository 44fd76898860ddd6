"""What the tables hold and no answer to a request tells, each with the reason: the one list of it.

A table or a sealed text that is not in a room's own account of what it holds (`inspection.py`) stands here, or
`tests/architecture/test_inspection.py` fails. Names are those of the models: "room.Model" or "room.Model.field".
"""

from collections.abc import Mapping
from types import MappingProxyType

NOT_TOLD: Mapping[str, str] = MappingProxyType(
    {
        "Gaat over de gemeente, een organisatie, een tafel of wie er werkt, niet over een inwoner.": """
            accountability.RequestTerm accountability.RetentionPeriod
            audit.ActivityVersion
            cases.CaseNumber cases.Checklist cases.ClosedCell
            consultation.CalendarFeed consultation.ConsultationTable consultation.ItemMember consultation.Meeting
            consultation.Presence consultation.TableMember
            directory.Account directory.Activation directory.AdoptedModel directory.Duo directory.FactorRepair
            directory.Mandate directory.Member directory.MemberFunction directory.Municipality directory.Organisation
            directory.StandIn directory.Team
            intake.Import intake.ListVersion intake.ReportingPoint intake.Theme
            letters.LetterTemplate
            participation.OwnPageSetting
            plans.LifeArea plans.TailorMadeSetting
            safety_house.AdmissionCriterion
            sharing.CovenantVersion sharing.GroundVersion sharing.SharingTerm
            short_lines.LineCheck short_lines.LineContact short_lines.LineSetting short_lines.ShortLine
        """,
        "Gaat over niemand: een vraag aan een collega noemt geen inwoner, en wordt snel vernietigd.": """
            short_lines.ColleagueQuestion
        """,
        "Het logboek: wie keek of iets deed, staat erin per functie en organisatie.": """
            audit.Chain audit.Checkpoint audit.CheckpointHead audit.Entry
        """,
        "Wie erbij kan, volgt uit wie een plek heeft en met wie is gedeeld. Dat staat er wel in.": """
            cases.Access safety_house.FileAccess
        """,
        "Toezicht op wie hier werkt. Wie keek, en dat het is nagekeken, staat bij wie keek.": """
            accountability.Sample accountability.SampledOpening accountability.SampleFinding
        """,
        "Gaat over wie hier werkt, en moet geheim blijven om te werken.": "cases.LockOut",
        "Wie een verzoek doet en uit welke casus is verzameld, staat bij de stappen en bij wie keek.": """
            accountability.GatheredCase accountability.RequestHandler
        """,
        "Wat nu niet op een eigen pagina staat. Wat daar zou staan, krijgt wie om inzage vraagt wel.": """
            participation.WithheldPart
        """,
        "Wie bij een ander als naaste staat, gaat over die ander. Dat kan iemand zijn die zich schuilhoudt.": """
            residents.SamePerson
        """,
        "Houdt een casus stil voor wie zoekt. Die kan zelf in dezelfde casus staan.": "cases.WithheldHit",
        "Of een collega terecht iets vroeg of opende. Dat er is gevraagd en gekeken, staat er wel in.": """
            sharing.KnownJudgement accountability.Alarm accountability.AlarmAnswer
        """,
        "Aan wie iets is gevraagd. Wat diegene zei, staat er wel in.": """
            cases.JudgementRequest cases.ReceiverRequest.contact cases.PartnerJudgement.spoken_with
            cases.GlassBreak.tried
        """,
        "Wat is afgevinkt bij een besluit dat er zelf in staat.": "consultation.ResolutionOutcome",
        "Een sleutel of code om mee te antwoorden. Het antwoord staat bij de taak.": """
            participation.PersonalCode participation.SignInCode
            plans.LinkCode plans.TaskLink plans.TaskLinkEnd
            documents.DocumentVersion.file_key
            vault.Epoch vault.Key
        """,
        "Een regel van een lijst die niet te lezen was. Hij hoort nog bij niemand.": "intake.RepairRow",
        "Wie een zorg meldde of ernaast woont. Dat is een ander, en die kan dat vertrouwelijk hebben gedaan.": """
            cases.Bystander
            intake.Concern.reporter
        """,
        "Het nummer zelf wordt niet rondgestuurd. Dat het is vastgelegd, staat er wel in.": """
            intake.Concern.bsn residents.Resident.bsn
        """,
        "Alleen wat bij elkaar hoort. Wat erin staat, wordt zelf verteld.": "plans.Plan residents.Household",
        "Een kopie van wat er al in staat.": """
            accountability.RequestItem accountability.ItemChoice
            cases.MoveAnswer.received cases.MoveOffer.carried
            safety_house.Referral.received safety_house.ReferralAnswer.received safety_house.ReferralPiece.received
            safety_house.ReferralReturn.received
        """,
        "De afweging van wie deelde of goedkeurde. Wat, met wie, waarvoor en op welke grond staat er wel in.": """
            sharing.Disclosure.content sharing.DisclosureTurn.reason
        """,
        "De naam van wie erbij was. Dat is een ander.": "consultation.ItemGuest.who",
        "De titel van een punt dat over geen casus gaat.": "consultation.AgendaItem.title",
        "Alleen nummers, dagen en codes van wat is of wordt vernietigd.": """
            accountability.Destruction accountability.DestructionAnswer accountability.DestructionProposal
            accountability.HoldEnd accountability.LegalHold
        """,
    }
)
"""By reason, in the words of the municipality, what is not told."""


def not_told() -> dict[str, str]:
    """Give the reason of each by its name."""
    return {name: reason for reason, names in NOT_TOLD.items() for name in names.split()}
