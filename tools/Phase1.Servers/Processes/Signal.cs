using System.Runtime.InteropServices;

namespace Phase1.Servers.Processes;

/// <summary>The signals that are sent here, by Linux's numbers.</summary>
public enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}

/// <summary>Sends signals.</summary>
public static partial class Signals
{
    /// <summary>Sends a signal to a process; false when it is not there any more.</summary>
    public static bool Send(this Signal signal, int processId) => Kill(processId, (int)signal) == 0;

    /// <summary>Sends a signal to a process and its group, if it leads one; else to the process alone.</summary>
    public static bool SendToGroup(this Signal signal, int processId) => Kill(-processId, (int)signal) == 0 || signal.Send(processId);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
