using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Storage;

namespace Phase1.Tickets;

/// <summary>The engine's tables alone: the tables of tickets are numbered SQL (Schema), so that each table has one ledger of its changes.</summary>
sealed class TicketsDbContext(DbContextOptions<TicketsDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessagingTables().UseSnakeCaseNames();
}
