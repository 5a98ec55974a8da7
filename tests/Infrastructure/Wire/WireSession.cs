namespace Phase1.Tests.Infrastructure.Wire;

/// <summary>One connection through the wire: passes messages on, and does to a step what the wire says.</summary>
sealed class WireSession(FaultyWire wire, Stream client, Stream server) : IDisposable
{
    const string CannotConnectNow = "57P03";
    const string TooManyConnections = "53300";

    readonly SemaphoreSlim _changed = new(0);
    readonly WireReader _reader = new(wire.Counts);
    int _unanswered;
    volatile bool _isMuted;
    volatile Task _lateness = Task.CompletedTask;
    volatile TaskCompletionSource? _answering;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await WireMessage.ReadAsync(client, hasType: false, over.Token) is not { } first)
        {
            return;
        }
        if (first.AsksToCancel)
        {
            await server.WriteAsync(first.Bytes, over.Token);
            await server.CopyToAsync(client, over.Token);
            return;
        }
        var answering = AnswerAsync(over.Token);
        try
        {
            if (await StepAsync([first], isConnection: true, over.Token))
            {
                await AskAsync(over.Token);
            }
        }
        finally
        {
            await over.CancelAsync();
            await answering;
        }
    }

    public void Dispose() => _changed.Dispose();

    /// <summary>The client's side: messages are collected until they are a step.</summary>
    async Task AskAsync(CancellationToken cancellationToken)
    {
        List<WireMessage> step = [];
        while (await WireMessage.ReadAsync(client, hasType: true, cancellationToken) is { } message)
        {
            step.Add(message);
            if (message.EndsStep)
            {
                wire.Counts.RoundTrip();
                if (!await StepAsync(step, isConnection: false, cancellationToken))
                {
                    return;
                }
                step.Clear();
            }
            else if (message.BeginsTransaction || message.Type is (byte)'X' or (byte)'p')
            {
                Interlocked.Add(ref _unanswered, message.BeginsTransaction ? 1 : 0);
                await SendAsync(step, cancellationToken);
                step.Clear();
            }
        }
    }

    /// <summary>The server's side.</summary>
    async Task AnswerAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await WireMessage.ReadAsync(server, hasType: true, cancellationToken) is { } message)
            {
                _answering?.TrySetResult();
                await _lateness;
                if (!_isMuted)
                {
                    await client.WriteAsync(message.Bytes, cancellationToken);
                }
                _reader.Read(message);
                if (message.SaysReady)
                {
                    Interlocked.Decrement(ref _unanswered);
                    _changed.Release();
                }
            }
            client.Close();
        }
        catch (Exception over) when (over is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One side has gone.
        }
        finally
        {
            Interlocked.Exchange(ref _unanswered, 0);
            _changed.Release();
        }
    }

    /// <summary>False when the session is over.</summary>
    async Task<bool> StepAsync(List<WireMessage> step, bool isConnection, CancellationToken cancellationToken)
    {
        var fault = wire.NextStep();
        if (fault is { Way: WireFaultWay.AnswersLate })
        {
            await AnswerLateAsync(fault, step, cancellationToken);
            return true;
        }
        await (fault?.Meanwhile() ?? Task.CompletedTask);
        if (fault is null or { Way: WireFaultWay.Pauses })
        {
            Interlocked.Increment(ref _unanswered);
            await SendAsync(step, cancellationToken);
            return true;
        }
        // What was said before is answered first, so that exactly this step goes wrong.
        await AnsweredAsync(cancellationToken);
        switch (fault.Way)
        {
            case WireFaultWay.Refused when !isConnection:
                Interlocked.Increment(ref _unanswered);
                await SendAsync([WireMessage.Refused(fault.State)], cancellationToken);
                return true;
            case WireFaultWay.Refused or WireFaultWay.SessionEnds:
                var state =
                    !isConnection ? fault.State
                    : fault.Way == WireFaultWay.Refused ? TooManyConnections
                    : CannotConnectNow;
                await client.WriteAsync(WireMessage.Fatal(state).Bytes, cancellationToken);
                return false;
            case WireFaultWay.CutAfter or WireFaultWay.SilentAfter:
                _isMuted = true;
                Interlocked.Increment(ref _unanswered);
                await SendAsync(step, cancellationToken);
                await AnsweredAsync(cancellationToken);
                break;
        }
        if (fault.Way is WireFaultWay.SilentBefore or WireFaultWay.SilentAfter)
        {
            _isMuted = true;
            // The server must not keep the locks of a session that nobody can use any more.
            server.Close();
            _ = await client.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellationToken);
        }
        return false;
    }

    // The server sends the answer to a step when all of it is done.
    async Task AnswerLateAsync(WireFault fault, List<WireMessage> step, CancellationToken cancellationToken)
    {
        await AnsweredAsync(cancellationToken);
        var (answering, happened) = (new TaskCompletionSource(), new TaskCompletionSource());
        (_lateness, _answering) = (happened.Task, answering);
        Interlocked.Increment(ref _unanswered);
        await SendAsync(step, cancellationToken);
        await answering.Task.WaitAsync(cancellationToken);
        await fault.Meanwhile();
        happened.SetResult();
    }

    async Task AnsweredAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _unanswered) > 0)
        {
            await _changed.WaitAsync(cancellationToken);
        }
    }

    async Task SendAsync(List<WireMessage> messages, CancellationToken cancellationToken) =>
        await server.WriteAsync(messages.SelectMany(message => message.Bytes).ToArray(), cancellationToken);
}
