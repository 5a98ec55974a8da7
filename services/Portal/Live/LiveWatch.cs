using Phase1.Messaging.Background;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Live;

/// <summary>
/// Looks once a second, and when it is woken, what has changed for the users with an open stream here, and tells the streams; and ends those whose
/// session has ended. Another instance's changes come by the table, so that none depends on another.
/// </summary>
sealed class LiveWatch(
    LiveStreams streams,
    Pulses pulses,
    Sessions sessions,
    LiveSignal signal,
    TimeProvider clock,
    IServiceProvider services
) : BackgroundWork(services)
{
    static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    // A session that has ended keeps its stream this long at most.
    static readonly TimeSpan SessionTurn = TimeSpan.FromSeconds(5);

    // Pulses are committed somewhat later than they are dated.
    static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    Dictionary<(string UserId, string Subject), long> _told = [];
    Task _woken = Task.CompletedTask;
    DateTimeOffset _lastLook = clock.GetUtcNow();
    DateTimeOffset _lastSessionLook;

    protected override TimeSpan LongestPause => Turn;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        // Taken before looking: what is raised after the look wakes us.
        _woken = signal.Next;
        var (open, now) = (streams.Open, clock.GetUtcNow());
        if (open.Count > 0 && now - _lastSessionLook >= SessionTurn)
        {
            await EndAsync(open, cancellationToken);
            _lastSessionLook = now;
        }
        var byUser = open.ToLookup(stream => stream.Person.UserId);
        var found =
            open.Count == 0 ? [] : await pulses.SinceAsync([.. byUser.Select(user => user.Key)], _lastLook - Overlap, cancellationToken);
        foreach (var ((userId, subject), version) in found.Where(pulse => _told.GetValueOrDefault(pulse.Key) != pulse.Value))
        {
            foreach (var stream in byUser[userId])
            {
                stream.Tell(new(subject, version));
            }
        }
        (_told, _lastLook) = (found, now);
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => PauseAsync(_woken.WaitAsync(Turn, clock, cancellationToken));

    static async Task PauseAsync(Task woken) => await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    async Task EndAsync(IReadOnlyList<LiveStream> open, CancellationToken cancellationToken)
    {
        var roles = await sessions.RolesAsync([.. open.Select(stream => stream.Person.Session.Hex).Distinct()], cancellationToken);
        foreach (var stream in open)
        {
            // With other roles the browser comes back as the person that it is now.
            if (!roles.GetValueOrDefault(stream.Person.Session.Hex, []).SequenceEqual(stream.Person.Roles))
            {
                stream.End();
            }
        }
    }
}
