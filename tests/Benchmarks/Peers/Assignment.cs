namespace Phase1.Benchmarks.Peers;

/// <summary>One message of the work that every contender does: count a file of a saga, once, and tell of it.</summary>
/// <param name="MessageId">By which a repetition is known.</param>
/// <param name="SagaId">The saga that counts.</param>
/// <param name="At">When the message was recorded.</param>
readonly record struct Assignment(Guid MessageId, Guid SagaId, DateTimeOffset At)
{
    /// <summary>Whose file it is; every contender's message holds the same fields.</summary>
    public const string UserId = "bench-teacher";

    const int MessagesASaga = 10;
    const int Repeated = 100;

    // So far behind the first that a repetition meets what is already committed.
    const int Distance = 500;

    /// <summary>So many different messages, of sagas in turns; every hundredth comes twice.</summary>
    public static IEnumerable<Assignment> Take(int messages)
    {
        var now = TimeProvider.System.GetUtcNow();
        var sagas = Enumerable.Range(0, messages / MessagesASaga).Select(_ => Guid.CreateVersion7(now)).ToArray();
        var behind = new Queue<(int Due, Assignment Message)>();
        for (var i = 0; i < messages; i++)
        {
            now += TimeSpan.FromMicroseconds(60);
            var message = new Assignment(Guid.CreateVersion7(now), sagas[i % sagas.Length], now);
            yield return message;
            if (i % Repeated == 0)
            {
                behind.Enqueue((i + Distance, message));
            }
            if (behind.TryPeek(out var next) && next.Due <= i)
            {
                yield return behind.Dequeue().Message;
            }
        }
        foreach (var (_, message) in behind)
        {
            yield return message;
        }
    }
}
