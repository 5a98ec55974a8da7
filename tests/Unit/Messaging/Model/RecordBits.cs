namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>A set of records as bits.</summary>
static class RecordBits
{
    internal static int Of(Func<int, bool> holds) =>
        Enumerable.Range(0, ModelState.Records).Where(holds).Aggregate(0, (mask, record) => mask | (1 << record));

    internal static IEnumerable<int> In(int mask) => Enumerable.Range(0, ModelState.Records).Where(record => Has(mask, record));

    internal static bool Has(int mask, int record) => (mask & (1 << record)) != 0;
}
