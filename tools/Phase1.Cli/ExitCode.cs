namespace Phase1.Cli;

/// <summary>What the commands end with.</summary>
static class ExitCode
{
    internal const int Done = 0;
    internal const int Failed = 1;

    /// <summary>The doctor has found what someone should look at.</summary>
    internal const int Warned = 1;

    /// <summary>The doctor has found what does not work.</summary>
    internal const int FoundFaults = 2;

    /// <summary>What was changed speaks against doing without tests.</summary>
    internal const int Refused = 2;

    /// <summary>The doctor has found nobody to ask.</summary>
    internal const int CouldNotLook = 3;

    /// <summary>EX_USAGE of sysexits.h.</summary>
    internal const int Usage = 64;

    /// <summary>As a shell says for SIGINT.</summary>
    internal const int Interrupted = 130;
}
