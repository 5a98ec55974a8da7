using System.Globalization;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-08: somebody reads each partition of what a service consumes, and is not far behind.</summary>
sealed class ConsumersCheck : ICheck
{
    internal const string Id = "D-08";

    // The limit of the specification.
    const long TolerableLag = 1_000;

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) =>
        suite
            // Several processes of one service share its partitions.
            .Where(one => one.Report?.Engine?.Positions is not null)
            .GroupBy(one => (one.Name, Group: one.Report!.Service))
            .Select(one =>
                Judge(
                    one.Key.Name,
                    [.. one.SelectMany(process => process.Report!.Engine!.Positions!.Where(place => place.Group == one.Key.Group))]
                )
            );

    static Finding Judge(string name, IReadOnlyList<SeenPosition> places)
    {
        var unread = places.GroupBy(place => (place.Topic, place.Partition)).Count(partition => !partition.Any(place => place.Owned));
        var lag = places.GroupBy(place => (place.Topic, place.Partition)).Sum(partition => partition.Min(place => place.Lag));
        var words = string.Create(CultureInfo.InvariantCulture, $"{lag} records behind");
        return unread > 0
                ? Finding.Fail(
                    Id,
                    name,
                    string.Create(CultureInfo.InvariantCulture, $"nobody reads {unread} of its partitions, {words}"),
                    "restart the service; where it has several processes, name each by --service"
                )
            : lag > TolerableLag ? Finding.Warn(Id, name, words, "look whether it falls; else look into the service's log")
            : Finding.Ok(Id, name, words);
    }
}
