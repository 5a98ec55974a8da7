namespace Phase1.Messaging.Operator;

/// <summary>One act on a dead letter; rows of it stay for as long as the dead letter does.</summary>
/// <param name="Act">dead_lettered (again), redriven or discarded.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who redrove or discarded it; null for the engine's own acts.</param>
/// <param name="ReasonCode">Why it was given up.</param>
/// <param name="Attempts">How often it had been tried until it was given up.</param>
/// <param name="Note">Why it was redriven or discarded.</param>
public sealed record DeadLetterAct(string Act, DateTimeOffset At, string? By, string? ReasonCode, int? Attempts, string? Note);
