"""Areas of practice: the one list by which practice audits and areas for improvement are tied together."""

from typing import Final

AREAS_OF_PRACTICE: Final[dict[str, str]] = {
    "front_door": "the front door",
    "enquiries": "strategy discussions and child protection enquiries",
    "caseloads": "caseloads",
    "assessments": "assessments",
    "planning": "plans and planning for children",
    "pre_proceedings": "pre-proceedings",
    "supervision": "supervision and management oversight",
    "workforce": "the stability of the workforce",
    "leadership": "senior leadership",
    "other": "practice as a whole",
}
