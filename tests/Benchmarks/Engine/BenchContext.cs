using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Phase1.Messaging.Storage;

namespace Phase1.Benchmarks.Engine;

sealed class BenchContext(DbContextOptions<BenchContext> options) : DbContext(options)
{
    // The tables are made afresh for every run; nothing is ever migrated.
    protected override void OnConfiguring(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.AddMessagingTables();
        model.Entity<BenchSaga>().ToTable("tallies").HasKey(tally => tally.CorrelationId);
        model.UseSnakeCaseNames();
    }
}
