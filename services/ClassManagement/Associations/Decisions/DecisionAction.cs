namespace Phase1.ClassManagement.Associations.Decisions;

internal enum DecisionAction
{
    Accept,
    Choose,
    Unknown,
    Exclude,
    Reject,
    Reopen,
}
