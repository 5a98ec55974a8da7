using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>Counts a user's open streams: five, whatever the number of tabs.</summary>
sealed class NotificationConnections
{
    const int MostOfUser = 5;

    readonly Lock _gate = new();
    readonly Dictionary<string, int> _open = [];

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="ProblemException">429 when the user has no place left.</exception>
    internal IDisposable Open(string userId)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(userId);
            _open[userId] =
                open < MostOfUser
                    ? open + 1
                    : throw new ProblemException(Problems.RateLimit, $"At most {MostOfUser} live connections; close one of them.");
        }
        return new Place(this, userId);
    }

    void Close(string userId)
    {
        lock (_gate)
        {
            if (--_open[userId] == 0)
            {
                _open.Remove(userId);
            }
        }
    }

    sealed class Place(NotificationConnections connections, string userId) : IDisposable
    {
        bool _closed;

        public void Dispose()
        {
            if (!_closed)
            {
                _closed = true;
                connections.Close(userId);
            }
        }
    }
}
