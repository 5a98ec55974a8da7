using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using Phase1.Messaging.Storage;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.Messaging.Storage;

/// <summary>A small model with a column of every kind that services use. Its database notes every statement that writes to a table.</summary>
sealed class ShelfContext(DbContextOptions<ShelfContext> options) : DbContext(options)
{
    const string NoteStatements = """
        create table statements (seq bigint generated always as identity, statement text not null);
        create function note_statement() returns trigger language plpgsql as $$
            begin
                insert into statements (statement) values (lower(tg_op) || ' ' || tg_table_name);
                return null;
            end $$;
        create trigger note after insert or update or delete on books for each statement execute function note_statement();
        create trigger note after insert or update or delete on shelves for each statement execute function note_statement();
        """;

    static readonly Lazy<string> Script = new(() =>
    {
        using var context = new ShelfContext(new DbContextOptionsBuilder<ShelfContext>().UseNpgsql("Host=localhost").Options);
        return context.Database.GenerateCreateScript() + NoteStatements;
    });

    public DbSet<Book> Books => Set<Book>();

    public static async Task<TestDatabase> CreateAsync() =>
        await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("shelf", Script.Value);

    public static ShelfContext Open(TestDatabase database) =>
        new(
            new DbContextOptionsBuilder<ShelfContext>()
                .UseNpgsql(database.DataSource)
                .ReplaceService<IModificationCommandBatchFactory, BulkSaveFactory>()
                .Options
        );

    /// <summary>The statements that have written, in their order.</summary>
    public static async Task<List<string>> StatementsAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var context = Open(database);
        return await context
            .Database.SqlQuery<string>($"""select statement as "Value" from statements order by seq""")
            .ToListAsync(cancellationToken);
    }

    public static Book Full(int number) =>
        new()
        {
            Number = number,
            Title = $"Book {number}",
            Pages = 300 + number,
            Shelf = null,
            Isbn = Guid.CreateVersion7(new DateTimeOffset(2026, 3, 1, 8, 0, number % 60, TimeSpan.Zero)),
            Price = 12.3456789012m,
            Kind = BookKind.Novel,
            Borrowed = true,
            Details = """{"a": [1, 2]}""",
            Cover = Convert.ToHexString([1, 2, 3]),
            PrintedAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
            Readers = 3_000_000_000,
            Version = 1,
        };

    /// <summary>A row with an array.</summary>
    public static Card Card(int number, params string[] words) => new() { Number = number, Words = words };

    public static Book Bare(int number) => new() { Number = number, Version = 1 };

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Shelf>(shelf =>
        {
            shelf.ToTable("shelves").HasKey(s => s.Number);
            shelf.Property(s => s.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<Book>(book =>
        {
            book.ToTable("books").HasKey(b => b.Number);
            book.Property(b => b.Number).ValueGeneratedNever();
            book.Property(b => b.Version).IsConcurrencyToken();
            book.Property(b => b.Details).HasColumnType("jsonb");
            book.Property(b => b.Cover).HasConversion(hex => Convert.FromHexString(hex!), bytes => Convert.ToHexString(bytes));
            book.Property(b => b.Title).HasMaxLength(50);
            book.HasIndex(b => b.Title).IsUnique();
            book.HasOne<Shelf>().WithMany().HasForeignKey(b => b.Shelf);
        });
        modelBuilder.Entity<Card>(card =>
        {
            card.ToTable("cards").HasKey(c => c.Number);
            card.Property(c => c.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<Stamp>().ToTable("stamps").Property(stamp => stamp.Capitals).HasComputedColumnSql("upper(word)", stored: true);
        modelBuilder.UseSnakeCaseNames();
    }
}

sealed class Shelf
{
    public int Number { get; init; }
}

/// <summary>A column of every kind; all but the key and the version may be null.</summary>
sealed record Book
{
    public required int Number { get; init; }
    public string? Title { get; init; }
    public int? Pages { get; init; }
    public int? Shelf { get; init; }
    public Guid? Isbn { get; init; }
    public decimal? Price { get; init; }
    public BookKind? Kind { get; init; }
    public bool? Borrowed { get; init; }
    public string? Details { get; init; }

    /// <summary>Stored as bytes.</summary>
    public string? Cover { get; init; }
    public DateTimeOffset? PrintedAt { get; init; }
    public long? Readers { get; init; }
    public required int Version { get; init; }
}

enum BookKind
{
    Novel,
    Poems,
}

/// <summary>A row with a column that is an array.</summary>
sealed class Card
{
    public int Number { get; init; }
    public required string[] Words { get; set; }
    public string? Note { get; set; }
}

/// <summary>A row with a key and a column that the database generates.</summary>
sealed class Stamp
{
    public int Id { get; init; }
    public required string Word { get; set; }
    public string? Capitals { get; private set; }
}
