using Npgsql;
using Phase1.Messaging;

namespace Phase1.Unit.Tests.Messaging;

/// <summary>Which errors of PostgreSQL pass by themselves: all that a server names that goes, comes back, is short of something or was too slow.</summary>
[Trait("Scenario", "S-702")]
public sealed class DatabaseTroubleTests
{
    [Theory]
    [InlineData("08006", "connection failure")]
    [InlineData("25006", "a server that only reads yet")]
    [InlineData("25P03", "idle in a transaction for too long")]
    [InlineData("25P04", "transaction too long")]
    [InlineData("40001", "serialization failure")]
    [InlineData("40P01", "deadlock")]
    [InlineData("53100", "disk full")]
    [InlineData("53200", "out of memory")]
    [InlineData("53300", "too many connections")]
    [InlineData("55P03", "lock not available")]
    [InlineData("57014", "cancelled")]
    [InlineData("57P01", "administrator's shutdown")]
    [InlineData("57P02", "crash shutdown")]
    [InlineData("57P03", "cannot connect now")]
    [InlineData("57P05", "idle for too long")]
    [InlineData("58030", "input or output error")]
    public void It_passes_by_itself(string state, string name) => DatabaseTrouble.Passes(Server(state)).ShouldBeTrue(name);

    [Theory]
    [InlineData("22P05", "a character that cannot be stored")]
    [InlineData("23505", "unique violation")]
    [InlineData("25P02", "a transaction that has failed")]
    [InlineData("28P01", "wrong password")]
    [InlineData("3D000", "no such database")]
    [InlineData("42P01", "no such table")]
    [InlineData("P0001", "raised by a function")]
    public void It_would_come_again(string state, string name) => DatabaseTrouble.Passes(Server(state)).ShouldBeFalse(name);

    [Fact]
    public void What_the_driver_itself_says_is_about_the_connection() =>
        DatabaseTrouble.Passes(new NpgsqlException("The connection is gone.")).ShouldBeTrue();

    static PostgresException Server(string state) => new("planted", "ERROR", "ERROR", state);
}
