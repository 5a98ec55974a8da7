using System.Globalization;

namespace Phase1.Servers.Processes;

/// <summary>A process by its id, its start time and the boot it belongs to: the id alone may be another process's by now.</summary>
/// <param name="Id">The process id.</param>
/// <param name="StartTime">In clock ticks since the boot, from /proc.</param>
/// <param name="Boot">The kernel's id of the boot.</param>
public sealed record ProcessIdentity(int Id, long StartTime, string Boot)
{
    // Field 22 of /proc/ID/stat is the twentieth after the command's name, which may hold anything; the first is the state.
    const int StartTimeField = 19;

    /// <summary>The process that has this id now; null when there is none, or one that has ended and whose parent has not collected it.</summary>
    public static ProcessIdentity? Of(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X"
                ? null
                : new(id, long.Parse(fields[StartTimeField], CultureInfo.InvariantCulture), CurrentBoot());
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads what <see cref="ToString"/> has written; null when it is something else.</summary>
    public static ProcessIdentity? Parse(string text) =>
        text.Trim().Split(' ') is [var id, var startTime, var boot]
        && int.TryParse(id, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(startTime, CultureInfo.InvariantCulture, out var ticks)
            ? new(number, ticks, boot)
            : null;

    /// <summary>Whether this very process still runs.</summary>
    public bool IsRunning => Of(Id) == this;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {StartTime} {Boot}");

    static string CurrentBoot() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
}
