using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Live;

/// <summary>The open streams of this process.</summary>
sealed class LiveStreams
{
    readonly StreamPlaces _places = new();
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

    /// <summary>Opens a stream, which is open until it is disposed.</summary>
    /// <exception cref="ProblemException">429 when the user has no place left.</exception>
    internal LiveStream Add(Person person)
    {
        var stream = new LiveStream(person, _places.Take(person.UserId), Remove);
        lock (_gate)
        {
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
