"""Where sealed texts of this room stand: a seal is bound to table, column and row, whoever's key it is under."""

REFERRAL = "safety_house_referral.content"
PIECE = "safety_house_referralpiece.text"
ANSWER = "safety_house_referralanswer.content"
RETURN = "safety_house_referralreturn.content"
LOOK_BACK = "safety_house_lookback.content"
NOTE = "safety_house_filenote.text"
