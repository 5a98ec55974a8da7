namespace Phase1.ServiceDefaults;

/// <summary>A fact that has waited longer than <see cref="WaitingOptions.UnknownBatch"/>, as a query of a table of waiting facts returns it.</summary>
/// <param name="Envelope">The whole record, JSON text.</param>
/// <param name="ReceivedAt">When the service got it, UTC.</param>
public sealed record OverdueFact(string Envelope, DateTimeOffset ReceivedAt);
