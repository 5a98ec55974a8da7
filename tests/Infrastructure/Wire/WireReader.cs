namespace Phase1.Tests.Infrastructure.Wire;

/// <summary>Reads in the server's answers of one session what has been done.</summary>
sealed class WireReader(WireCounts counts)
{
    bool _hasDone;
    bool _hasUndone;

    public void Read(in WireMessage message)
    {
        if (message.SaysDone)
        {
            _hasDone = true;
            _hasUndone |= message.SaysDoneWith("ROLLBACK"u8);
            if (!message.SaysDoneWith("BEGIN"u8) && !message.SaysDoneWith("COMMIT"u8) && !message.SaysDoneWith("ROLLBACK"u8))
            {
                counts.Statement();
            }
        }
        else if (message.SaysFailed)
        {
            _hasUndone = true;
        }
        else if (message.SaysReady)
        {
            if (_hasDone && !_hasUndone && message.SaysOutsideTransaction)
            {
                counts.Commit();
            }
            (_hasDone, _hasUndone) = (false, false);
        }
    }
}
