namespace Phase1.ModelGateway.Completions;

/// <summary>The last answers, for a caller who lost one. In memory alone, and not for long: they may say something about a pupil.</summary>
sealed class AnswerMemory(TimeProvider clock)
{
    const int Most = 1_000;

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    readonly Lock _gate = new();
    readonly Dictionary<(string Workspace, Guid Request), CompletionReply> _known = [];
    readonly Queue<((string Workspace, Guid Request) Key, DateTimeOffset At)> _order = [];

    internal void Keep(string workspace, CompletionReply reply)
    {
        lock (_gate)
        {
            Forget();
            if (_known.TryAdd((workspace, reply.RequestId), reply))
            {
                _order.Enqueue(((workspace, reply.RequestId), clock.GetUtcNow()));
            }
        }
    }

    /// <summary>The answer of a call that was made a moment ago; null where it is not known.</summary>
    internal CompletionReply? Find(string workspace, Guid request)
    {
        lock (_gate)
        {
            Forget();
            return _known.GetValueOrDefault((workspace, request)) is { } reply ? reply with { Replayed = true } : null;
        }
    }

    void Forget()
    {
        var oldest = clock.GetUtcNow() - Longest;
        while (_order.TryPeek(out var first) && (first.At <= oldest || _order.Count >= Most))
        {
            _known.Remove(_order.Dequeue().Key);
        }
    }
}
