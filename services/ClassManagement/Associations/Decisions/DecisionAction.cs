namespace Phase1.ClassManagement.Associations.Decisions;

enum DecisionAction
{
    Accept,
    Choose,
    Unknown,
    Exclude,
    Reject,
    Reopen,
}
