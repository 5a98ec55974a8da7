using System.Threading.Channels;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Live;

/// <summary>The open streams of this process, at most five of a user.</summary>
sealed class LiveStreams
{
    const int MostOfUser = 5;

    // A page without a stream asks for its parts as often.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    readonly Lock _gate = new();
    readonly List<LiveStream> _open = [];

    internal IReadOnlyList<LiveStream> Open
    {
        get
        {
            lock (_gate)
            {
                return [.. _open];
            }
        }
    }

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">429 when the user has no place left.</exception>
    internal LiveStream Add(Person person)
    {
        var stream = new LiveStream(person, Remove);
        lock (_gate)
        {
            if (_open.Count(other => other.Person.UserId == person.UserId) >= MostOfUser)
            {
                throw new ProblemException(Problems.RateLimit, $"At most {MostOfUser} live connections; close one of them.")
                {
                    RetryAfter = Pause,
                };
            }
            _open.Add(stream);
        }
        return stream;
    }

    void Remove(LiveStream stream)
    {
        lock (_gate)
        {
            _open.Remove(stream);
        }
    }
}

/// <summary>One open stream.</summary>
sealed class LiveStream(Person person, Action<LiveStream> close) : IDisposable
{
    const int MostUnread = 200;

    readonly Channel<LiveChange> _changes = Channel.CreateBounded<LiveChange>(MostUnread);

    internal Person Person => person;

    internal ChannelReader<LiveChange> Changes => _changes.Reader;

    /// <summary>Tells the browser. One that reads too slowly is cut off: it comes back, and asks for all that it shows.</summary>
    internal void Tell(LiveChange change)
    {
        if (!_changes.Writer.TryWrite(change))
        {
            End();
        }
    }

    /// <summary>Ends the stream after what has been told.</summary>
    internal void End() => _changes.Writer.TryComplete();

    public void Dispose() => close(this);
}

/// <summary>That something has changed.</summary>
/// <param name="Subject">One of <see cref="PulseSubject"/>.</param>
/// <param name="Version">Another one after every change.</param>
sealed record LiveChange(string Subject, long Version);
