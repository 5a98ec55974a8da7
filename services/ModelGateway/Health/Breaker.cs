namespace Phase1.ModelGateway.Health;

/// <summary>Whether a provider is asked.</summary>
enum CircuitState
{
    Closed,

    /// <summary>It has failed several times in a row, and is left alone for a while.</summary>
    Open,

    /// <summary>One call or poll tries whether it works again.</summary>
    HalfOpen,
}

/// <summary>A breaker as it stands.</summary>
/// <param name="State">Whether the provider is asked.</param>
/// <param name="Failures">So many in a row.</param>
/// <param name="OpenedAt">Since when it is open; null while it is closed.</param>
/// <param name="AdmitsCalls">Whether <see cref="Breaker.Enter"/> would give a pass now.</param>
readonly record struct BreakerView(CircuitState State, int Failures, DateTimeOffset? OpenedAt, bool AdmitsCalls);

/// <summary>
/// Leaves a provider alone after several failures in a row, and then tries it with one call. Fed by calls and by polls. Polly's breaker counts a
/// share of failures, and sees calls alone.
/// </summary>
/// <param name="failuresToOpen">So many failures in a row open it.</param>
/// <param name="openFor">How long it is open.</param>
/// <param name="clock">The service's clock.</param>
sealed class Breaker(int failuresToOpen, TimeSpan openFor, TimeProvider clock)
{
    readonly Lock _gate = new();
    CircuitState _state;
    int _failures;
    DateTimeOffset? _openedAt;

    // Raised with every change of the state: what a call began before it says nothing about the state after it.
    long _generation;

    internal BreakerView View
    {
        get
        {
            lock (_gate)
            {
                return new(_state, _failures, _openedAt, _state == CircuitState.Closed || IsDue);
            }
        }
    }

    bool IsDue => _state == CircuitState.Open && clock.GetUtcNow() >= _openedAt + openFor;

    /// <summary>A pass for one call or poll, whose end must be told; null while the provider is left alone.</summary>
    internal BreakerPass? Enter()
    {
        lock (_gate)
        {
            if (IsDue)
            {
                Become(CircuitState.HalfOpen);
                return new(_generation);
            }
            return _state == CircuitState.Closed ? new(_generation) : null;
        }
    }

    internal void Succeeded(BreakerPass pass)
    {
        lock (_gate)
        {
            if (pass.Generation != _generation)
            {
                return;
            }
            _failures = 0;
            if (_state == CircuitState.HalfOpen)
            {
                Become(CircuitState.Closed);
            }
        }
    }

    internal void Failed(BreakerPass pass)
    {
        lock (_gate)
        {
            if (pass.Generation != _generation)
            {
                return;
            }
            _failures++;
            if (_state == CircuitState.HalfOpen || _failures >= failuresToOpen)
            {
                Become(CircuitState.Open);
            }
        }
    }

    /// <summary>The call ended without saying anything about the provider: its caller went away, or the answer was a refusal.</summary>
    internal void Ended(BreakerPass pass)
    {
        lock (_gate)
        {
            if (pass.Generation == _generation && _state == CircuitState.HalfOpen)
            {
                // The next one may try at once: the time has been waited for.
                (_state, _generation) = (CircuitState.Open, _generation + 1);
            }
        }
    }

    void Become(CircuitState state)
    {
        (_state, _generation) = (state, _generation + 1);
        _openedAt = state switch
        {
            CircuitState.Open => clock.GetUtcNow(),
            CircuitState.HalfOpen => _openedAt,
            _ => null,
        };
    }
}

/// <summary>What a breaker let in.</summary>
/// <param name="Generation">The state that it was let in by.</param>
readonly record struct BreakerPass(long Generation);
