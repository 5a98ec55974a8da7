using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets;

/// <summary>
/// The engine's tables and the questions about students alone: the tables of tickets are numbered SQL (Schema), so that each table has one ledger of its
/// changes.
/// </summary>
sealed class TicketsDbContext(DbContextOptions<TicketsDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.AddMessagingTables().AddPrivacyRequests().UseSnakeCaseNames();
}
