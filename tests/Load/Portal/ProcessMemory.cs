using System.Globalization;

namespace Phase1.Load.Portal;

/// <summary>How much memory a process has.</summary>
static class ProcessMemory
{
    const string Resident = "VmRSS:";

    /// <summary>What of it is in the machine's memory now.</summary>
    internal static long BytesOf(int processId)
    {
        var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status"))
            .Single(line => line.StartsWith(Resident, StringComparison.Ordinal));
        return long.Parse(line[Resident.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture) * 1024;
    }
}
