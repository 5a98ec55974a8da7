using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Live;

/// <summary>Counts a user's open streams: five, whatever the number of tabs.</summary>
sealed class StreamConnections
{
    const int MostOfUser = 5;

    readonly Lock _gate = new();
    readonly Dictionary<string, int> _open = [];

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">429 when the user has no place left.</exception>
    internal IDisposable Open(string user)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(user);
            _open[user] =
                open < MostOfUser
                    ? open + 1
                    : throw new ProblemException(Problems.RateLimit, $"At most {MostOfUser} live connections; close one of them.");
        }
        return new Place(this, user);
    }

    void Close(string user)
    {
        lock (_gate)
        {
            if (--_open[user] == 0)
            {
                _open.Remove(user);
            }
        }
    }

    sealed class Place(StreamConnections connections, string user) : IDisposable
    {
        public void Dispose() => connections.Close(user);
    }
}
