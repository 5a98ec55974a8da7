using System.Reflection;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>Copies of rows, whose properties are all values.</summary>
static class Copies
{
    static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public static T Of<T>(T row)
        where T : class => (T)Clone.Invoke(row, null)!;
}
