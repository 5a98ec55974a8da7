using System.Threading.Channels;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Live;

/// <summary>One open stream.</summary>
sealed class LiveStream(Person person, IDisposable place, Action<LiveStream> close) : IDisposable
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

    /// <summary>What was told and is not sent yet.</summary>
    internal IEnumerable<LiveChange> TakeUnread()
    {
        while (_changes.Reader.TryRead(out var change))
        {
            yield return change;
        }
    }

    /// <summary>Ends the stream after what has been told.</summary>
    internal void End() => _changes.Writer.TryComplete();

    public void Dispose()
    {
        close(this);
        place.Dispose();
    }
}

/// <summary>That something has changed.</summary>
/// <param name="Subject">One of <see cref="PulseSubject"/>.</param>
/// <param name="Version">Another one after every change.</param>
sealed record LiveChange(string Subject, long Version);
