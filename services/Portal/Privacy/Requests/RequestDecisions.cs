namespace Phase1.Portal.Privacy.Requests;

/// <summary>What an officer may decide, by the names of Tickets: a page has the forms of those that the ticket offers.</summary>
static class RequestDecisions
{
    internal const string Identified = "identified";
    internal const string Approve = "approve";
    internal const string Reject = "reject";
    internal const string Extend = "extend";
    internal const string Delivered = "delivered";
    internal const string Recollect = "recollect";
}
