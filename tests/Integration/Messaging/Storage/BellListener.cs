using System.Collections.Concurrent;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Storage;

/// <summary>Keeps what is rung, and counts the doubts.</summary>
sealed class BellListener
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    readonly ConcurrentQueue<string> _words = new();
    readonly Signal _heard = new();
    int _doubts;

    public IEnumerable<string> Words => _words;

    /// <summary>How often some words may not have been heard.</summary>
    public int Doubts => Volatile.Read(ref _doubts);

    public Task WaitForDoubtsAsync(int doubts) => Eventually.BecomesTrueAsync(() => Task.FromResult(Doubts >= doubts), Token);

    public void Hear(IReadOnlyList<string>? words)
    {
        Interlocked.Add(ref _doubts, words is null ? 1 : 0);
        foreach (var word in words ?? [])
        {
            _words.Enqueue(word);
        }
        _heard.Raise();
    }

    public async Task WaitForAsync(string word)
    {
        while (true)
        {
            var heard = _heard.Next;
            if (_words.Contains(word))
            {
                return;
            }
            await heard.WaitAsync(Eventually.Patience, TimeProvider.System, Token);
        }
    }
}
