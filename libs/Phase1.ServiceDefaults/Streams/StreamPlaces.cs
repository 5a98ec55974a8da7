namespace Phase1.ServiceDefaults;

/// <summary>Counts a user's open streams in this process: five, whatever the number of tabs. One instance a kind of stream; any thread may use it.</summary>
public sealed class StreamPlaces
{
    const int MostOfUser = 5;

    // Who finds no place asks for what it shows as often.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    readonly Lock _gate = new();
    readonly Dictionary<string, int> _taken = [];

    /// <summary>Takes a place, which is free again when what is returned is disposed.</summary>
    /// <param name="user">Whose it is.</param>
    /// <exception cref="ProblemException">429 when the user has no place left.</exception>
    public IDisposable Take(string user)
    {
        lock (_gate)
        {
            var taken = _taken.GetValueOrDefault(user);
            _taken[user] =
                taken < MostOfUser
                    ? taken + 1
                    : throw new ProblemException(Problems.RateLimit, $"At most {MostOfUser} live connections; close one of them.")
                    {
                        RetryAfter = Pause,
                    };
        }
        return new Place(this, user);
    }

    void Free(string user)
    {
        lock (_gate)
        {
            if (--_taken[user] == 0)
            {
                _taken.Remove(user);
            }
        }
    }

    sealed class Place(StreamPlaces places, string user) : IDisposable
    {
        int _isFree;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isFree, 1) == 0)
            {
                places.Free(user);
            }
        }
    }
}
