using System.Reflection;
using System.Runtime.CompilerServices;
using Phase1.Nlp.Matching;

[assembly: AssemblyFixture(typeof(Phase1.Mutation.Tests.FreshStatics))]

namespace Phase1.Mutation.Tests;

/// <summary>
/// The mutation tester runs all mutants in one process, where word lists, rules and all else that is static is made only once: a mutant among
/// them would have no effect, or one on every mutant after it. So each run makes it all anew, under its own mutant.
/// </summary>
public sealed unsafe class FreshStatics
{
    // One list is made of another, and that one of a third.
    const int Depth = 3;

    static readonly RuntimeMethodHandle[] Makers = FirstMade([
        .. Of(typeof(BatchMatcher).Assembly, typeof(BatchMatcher).Namespace!),
        .. Of(typeof(FreshStatics).Assembly, "Phase1.Unit.Tests"),
    ]);

    public FreshStatics()
    {
        for (var i = 0; i < Depth * Makers.Length; i++)
        {
            ((delegate* <void>)Makers[i % Makers.Length].GetFunctionPointer())();
        }
    }

    static IEnumerable<Type> Of(Assembly assembly, string room) =>
        assembly
            .GetTypes()
            .Where(type =>
                type.Namespace?.StartsWith(room, StringComparison.Ordinal) == true
                && type.TypeInitializer is not null
                && !type.ContainsGenericParameters
            );

    /// <summary>Lets the runtime make everything for the first time without a mutant, since a type that fails there stays broken.</summary>
    static RuntimeMethodHandle[] FirstMade(Type[] types)
    {
        var mutant = Exchange([0xFF, 0xFF, 0xFF, 0xFF]);
        Array.ForEach(types, type => RuntimeHelpers.RunClassConstructor(type.TypeHandle));
        Exchange(mutant);
        return Array.ConvertAll(types, type => type.TypeInitializer!.MethodHandle);
    }

    /// <summary>Writes the number of the mutant to the file from which the mutated code reads it; gives the former one.</summary>
    static byte[] Exchange(byte[] mutant)
    {
        if (Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE") is not { Length: > 0 } path || mutant.Length == 0)
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var former = new byte[sizeof(int)];
        file.ReadExactly(former);
        file.Position = 0;
        file.Write(mutant);
        return former;
    }
}
