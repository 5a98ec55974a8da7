using System.Text.RegularExpressions;

namespace Phase1.Unit.Tests.Architecture;

/// <summary>The engine's folders know each other in one direction, and each of its tables has one owner.</summary>
public sealed partial class The_engine_has_an_order
{
    // The class whose file holds every statement on the table.
    static readonly Dictionary<string, string> Owners = new()
    {
        ["inbox"] = "InboxTable",
        ["outbox"] = "OutboxTable",
        ["held_messages"] = "HeldMessageTable",
        ["dead_letters"] = "DeadLetterTable",
        ["dead_letter_history"] = "DeadLetterTable",
        ["deleted_batches"] = "DeletedBatches",
        ["consumed_offsets"] = "OwnOffsets",
        ["partition_owners"] = "PartitionFence",
    };

    [Fact]
    public void No_folder_knows_one_that_comes_after_it() => EngineFolders.Forbidden(EngineFolders.Files()).ShouldBeEmpty();

    [Fact]
    public void The_arrows_are_really_read() => EngineFolders.Arrows(EngineFolders.Files()).ShouldContain(("Rounds", "Tables"));

    [Theory]
    [InlineData("Tables", "RoundRunner _rounds;", "Tables -> Rounds")]
    [InlineData("Records", "Task HoldAsync(HeldMessageTable held);", "Records -> Tables")]
    [InlineData("Sagas", "class Planted(UnitOfWork work);", "Sagas -> UnitsOfWork")]
    [InlineData("Unlisted", "ILog log;", "Unlisted -> Log")]
    public void A_planted_arrow_is_found(string folder, string code, string arrow) =>
        EngineFolders.Forbidden([.. EngineFolders.Files(), (folder, code)]).ShouldBe([arrow]);

    [Fact]
    public void Every_statement_on_a_table_stands_in_its_owner() =>
        SourceFiles
            .In("libs/Phase1.Messaging")
            .SelectMany(file => Foreign(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
            .ShouldBeEmpty();

    [Fact]
    public void A_planted_statement_is_found() =>
        Foreign("OutboxRelay", """ "delete from inbox where true" """).ShouldBe(["OutboxRelay: inbox"]);

    static IEnumerable<string> Foreign(string name, string code) =>
        Statement()
            .Matches(code)
            .Select(statement => statement.Groups[1].Value)
            .Where(table => Owners.TryGetValue(table, out var owner) && owner != name)
            .Select(table => $"{name}: {table}");

    [GeneratedRegex(@"\b(?:from|into|update|join|using) (\w+)")]
    private static partial Regex Statement();
}
