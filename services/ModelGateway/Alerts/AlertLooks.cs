using System.Collections.Concurrent;

namespace Phase1.ModelGateway.Alerts;

/// <summary>
/// Refusals come by the hundred once a budget has ended. Whether one of them is to be told again is looked up once in a while for each budget, and not
/// for each of them; an alert whose transaction is undone comes a while later.
/// </summary>
sealed class AlertLooks(TimeProvider clock)
{
    readonly ConcurrentDictionary<Guid, DateTimeOffset> _last = [];

    /// <summary>The budget is being looked at in any case.</summary>
    internal void Note(Guid budget) => _last[budget] = clock.GetUtcNow();

    /// <summary>Whether it is time to look at a budget that refuses again; then it is being looked at.</summary>
    internal bool TryTake(Guid budget)
    {
        var now = clock.GetUtcNow();
        if (_last.TryGetValue(budget, out var last) && now - last < AlertRules.PauseOf(percent: 100))
        {
            return false;
        }
        _last[budget] = now;
        return true;
    }
}
