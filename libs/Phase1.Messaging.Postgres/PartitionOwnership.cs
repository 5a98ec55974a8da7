using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Phase1.Messaging.Postgres;

/// <summary>
/// Who has which partitions of a group, kept in advisory locks of the members' sessions: a member that dies loses them with its connection,
/// and nothing has to be cleaned up. A member is a lock of its own, so that everyone can count the members and knows its fair share.
/// </summary>
sealed class PartitionOwnership(string group)
{
    const string SelectLocks = """
        select classid::bigint, objid::bigint, pid = pg_backend_pid() from pg_locks
        where locktype = 'advisory' and objsubid = 2 and granted and classid::bigint in ($1, $2)
          and database = (select oid from pg_database where datname = current_database())
        """;

    const string TryLock = "select pg_try_advisory_lock($1, $2)";

    const string Unlock = "select pg_advisory_unlock($1, $2)";

    readonly int _partitionClass = ClassOf($"{group}/partition");
    readonly Dictionary<int, long> _owned = [];
    long _wins;
    int _member;
    int _partitions;

    /// <summary>The same number for all members of the group.</summary>
    public int MemberClass { get; } = ClassOf($"{group}/member");

    /// <summary>The partitions owned now, each with a number that is new with every win.</summary>
    public IReadOnlyDictionary<int, long> Owned => _owned;

    /// <summary>Becomes a member that owns nothing yet.</summary>
    public async Task JoinAsync(NpgsqlConnection session, int partitions, CancellationToken cancellationToken)
    {
        _partitions = partitions;
        _owned.Clear();
        do
        {
            _member = Random.Shared.Next();
        } while (!await CallAsync(session, TryLock, MemberClass, _member, cancellationToken));
    }

    /// <summary>Gives up what is beyond the fair share and takes free partitions up to it. Says whether it did either.</summary>
    public async Task<bool> RebalanceAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        var (members, taken) = await ReadLocksAsync(session, cancellationToken);
        var share = ShareOf(members);
        var (wins, owned) = (_wins, _owned.Count);
        foreach (var partition in _owned.Keys.OrderDescending().Take(Math.Max(0, _owned.Count - share)).ToList())
        {
            await CallAsync(session, Unlock, _partitionClass, partition, cancellationToken);
            _owned.Remove(partition);
        }
        for (var partition = 0; partition < _partitions && _owned.Count < share; partition++)
        {
            if (!taken.Contains(partition) && await CallAsync(session, TryLock, _partitionClass, partition, cancellationToken))
            {
                _owned[partition] = ++_wins;
            }
        }
        return _wins > wins || _owned.Count < owned;
    }

    /// <summary>Gives up everything, membership included, before the session ends.</summary>
    public static async Task LeaveAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", session);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public void Forget() => _owned.Clear();

    // The members in order of their numbers: the first ones take one more where it does not divide.
    int ShareOf(SortedSet<long> members)
    {
        var rank = members.TakeWhile(member => member != _member).Count();
        return (_partitions / members.Count) + (rank < _partitions % members.Count ? 1 : 0);
    }

    async Task<(SortedSet<long> Members, HashSet<int> Taken)> ReadLocksAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        var members = new SortedSet<long> { _member };
        var taken = new HashSet<int>();
        await using var command = new NpgsqlCommand(SelectLocks, session)
        {
            Parameters =
            {
                new() { Value = (long)(uint)MemberClass },
                new() { Value = (long)(uint)_partitionClass },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt64(0) == (uint)MemberClass)
            {
                members.Add(reader.GetInt64(1));
            }
            else
            {
                taken.Add((int)reader.GetInt64(1));
            }
        }
        return (members, taken);
    }

    static async Task<bool> CallAsync(NpgsqlConnection session, string sql, int lockClass, int id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, session)
        {
            Parameters =
            {
                new() { Value = lockClass },
                new() { Value = id },
            },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    static int ClassOf(string name) => BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
