namespace Phase1.Messaging.Loops;

/// <summary>The topics that a service's consumers and state machines handle, prefix included.</summary>
sealed class Subscriptions(IEnumerable<Type> messages, string prefix)
{
    // In-process commands have no topic; they are dispatched, never consumed.
    public IReadOnlyList<string> Topics { get; } =
    [.. messages.Distinct().SelectMany(Events.Topics.AllFor).Select(topic => prefix + topic)];

    /// <summary>Every topic of the catalogue, so that whoever starts first creates them all alike.</summary>
    public IReadOnlyList<string> All { get; } = [.. Events.Topics.All.Select(topic => prefix + topic)];
}
