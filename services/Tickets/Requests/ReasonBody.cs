namespace Phase1.Tickets.Requests;

/// <summary>The body of a request that changes how a ticket ends.</summary>
/// <param name="Reason">Why, in 1 to 500 characters of the person's own words; required.</param>
sealed record ReasonBody(string? Reason = null);
