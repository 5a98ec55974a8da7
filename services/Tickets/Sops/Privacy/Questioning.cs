namespace Phase1.Tickets.Sops.Privacy;

/// <summary>What a stage that asks all services works with.</summary>
/// <param name="Scopes">For units of work.</param>
/// <param name="Participants">Who is asked.</param>
/// <param name="Options">How long.</param>
/// <param name="Clock">The time.</param>
sealed record Questioning(IServiceScopeFactory Scopes, Participants Participants, DataRequestOptions Options, TimeProvider Clock);
