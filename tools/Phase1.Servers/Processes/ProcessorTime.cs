using System.Globalization;

namespace Phase1.Servers.Processes;

/// <summary>Processor time as Linux counts it, in user and kernel mode together.</summary>
public static class ProcessorTime
{
    // USER_HZ, which is the same on every Linux that .NET runs on.
    const double TicksASecond = 100;

    // Fields 4 and 14 to 17 of /proc/<id>/stat, counted from the third, which is the first behind the command's name.
    const int Parent = 1;
    const int UserTicks = 11;
    const int EndedChildrenTicks = 13;

    /// <summary>What a process has used, with its living children and those that have ended.</summary>
    public static TimeSpan OfFamily(int processId)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) || Read(id) is not { } fields)
            {
                continue;
            }
            if (id == processId)
            {
                ticks += Ticks(fields, UserTicks) + Ticks(fields, EndedChildrenTicks);
            }
            else if (fields[Parent] == processId.ToString(CultureInfo.InvariantCulture))
            {
                ticks += Ticks(fields, UserTicks);
            }
        }
        return TimeSpan.FromSeconds(ticks / TicksASecond);
    }

    static string[]? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            // The name stands in brackets and may hold anything.
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    static long Ticks(string[] fields, int user) =>
        long.Parse(fields[user], CultureInfo.InvariantCulture) + long.Parse(fields[user + 1], CultureInfo.InvariantCulture);
}
