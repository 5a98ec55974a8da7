namespace Phase1.Messaging.Postgres;

/// <summary>Where a consumer stands in each topic and partition: what it has fetched, handed out and finished with, and what the group has stored.</summary>
sealed class FetchPositions
{
    readonly Dictionary<(int TopicId, int Partition), Position> _positions = [];

    public IEnumerable<(int TopicId, int Partition)> Places => _positions.Keys;

    public IEnumerable<(int TopicId, int Partition, long Offset)> Fetch =>
        _positions.Select(p => (p.Key.TopicId, p.Key.Partition, p.Value.Fetched));

    /// <summary>What has been finished with and is not stored.</summary>
    public List<(int TopicId, int Partition, long Offset)> Unstored() =>
        [.. _positions.Where(p => p.Value.Finished > p.Value.Stored).Select(p => (p.Key.TopicId, p.Key.Partition, p.Value.Finished))];

    public bool Has(int partition) => _positions.Keys.Any(key => key.Partition == partition);

    /// <summary>From <paramref name="stored"/> on, or, where that is gone, from the first offset that is there.</summary>
    public void Start(int topicId, int partition, long stored, long from) => _positions[(topicId, partition)] = new Position(stored, from);

    public long FetchedOf(int topicId, int partition) => _positions[(topicId, partition)].Fetched;

    public void HasFetched(int topicId, int partition, long next) => _positions[(topicId, partition)].Fetched = next;

    public void HasHandedOut(int topicId, int partition, long next) => _positions[(topicId, partition)].HandedOut = next;

    /// <summary>All that has been handed out is finished with. Says whether any of it is to be stored.</summary>
    public bool Finish()
    {
        var isMore = false;
        foreach (var position in _positions.Values)
        {
            position.Finished = position.HandedOut;
            isMore |= position.Finished > position.Stored;
        }
        return isMore;
    }

    public void HasStored(IEnumerable<(int TopicId, int Partition, long Offset)> offsets)
    {
        foreach (var (topicId, partition, offset) in offsets)
        {
            _positions[(topicId, partition)].Stored = offset;
        }
    }

    public void Drop(Func<int, bool> partition)
    {
        foreach (var key in _positions.Keys.Where(key => partition(key.Partition)).ToList())
        {
            _positions.Remove(key);
        }
    }

    sealed class Position(long stored, long from)
    {
        public long Fetched { get; set; } = from;

        public long HandedOut { get; set; } = from;

        public long Finished { get; set; } = stored;

        public long Stored { get; set; } = stored;
    }
}
