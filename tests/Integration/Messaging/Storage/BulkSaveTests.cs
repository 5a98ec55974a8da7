using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.Messaging.Storage;

/// <summary>A save costs one statement a table, and stores what Entity Framework would store.</summary>
public sealed class BulkSaveTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_column_is_stored_and_changed()
    {
        await using var database = await ShelfContext.CreateAsync();
        Book[] books = [ShelfContext.Full(1), ShelfContext.Bare(2)];
        await using (var context = ShelfContext.Open(database))
        {
            context.AddRange(books);
            await context.SaveChangesAsync(Token);
        }
        (await ReadAsync(database)).ShouldBe(books);

        Book[] changed = [ShelfContext.Bare(1) with { Version = 2 }, ShelfContext.Full(2) with { Version = 2 }];
        await using (var context = ShelfContext.Open(database))
        {
            foreach (var book in await context.Books.OrderBy(book => book.Number).ToListAsync(Token))
            {
                context.Entry(book).CurrentValues.SetValues(changed[book.Number - 1]);
            }
            await context.SaveChangesAsync(Token);
        }
        (await ReadAsync(database)).ShouldBe(changed);
    }

    [Fact]
    public async Task Rows_of_a_table_that_write_the_same_columns_are_one_statement()
    {
        await using var database = await ShelfContext.CreateAsync();
        await using var context = ShelfContext.Open(database);
        var books = Enumerable.Range(1, 60).Select(ShelfContext.Full).ToList();
        context.AddRange(books);
        await context.SaveChangesAsync(Token);
        foreach (var book in books)
        {
            context
                .Entry(book)
                .CurrentValues.SetValues(book.Number % 2 == 0 ? book with { Kind = BookKind.Poems } : book with { Pages = 1 });
        }
        await context.SaveChangesAsync(Token);
        context.RemoveRange(books);
        await context.SaveChangesAsync(Token);

        (await ShelfContext.StatementsAsync(database, Token)).ShouldBe(["insert books", "update books", "update books", "delete books"]);
    }

    [Fact]
    public async Task What_others_refer_to_is_inserted_before_them_and_deleted_after_them()
    {
        await using var database = await ShelfContext.CreateAsync();
        await using var context = ShelfContext.Open(database);
        var shelves = Enumerable.Range(1, 3).Select(number => new Shelf { Number = number }).ToList();
        var books = shelves.ConvertAll(shelf => ShelfContext.Full(shelf.Number) with { Shelf = shelf.Number });
        // It waits for nothing, so it stands before the shelves, and the others must not join it there.
        books.Add(ShelfContext.Full(4));
        context.AddRange(books);
        context.AddRange(shelves);
        await context.SaveChangesAsync(Token);
        context.RemoveRange(shelves);
        context.RemoveRange(books);
        await context.SaveChangesAsync(Token);

        (await ShelfContext.StatementsAsync(database, Token)).ShouldBe([
            "insert books",
            "insert shelves",
            "insert books",
            "delete books",
            "delete shelves",
        ]);
    }

    [Fact]
    public async Task A_row_whose_version_has_changed_is_a_conflict_and_nothing_is_stored()
    {
        await using var database = await ShelfContext.CreateAsync();
        await using var context = ShelfContext.Open(database);
        var books = Enumerable.Range(1, 3).Select(ShelfContext.Full).ToList();
        context.AddRange(books);
        await context.SaveChangesAsync(Token);
        await using (var other = ShelfContext.Open(database))
        {
            await other.Books.Where(book => book.Number == 2).ExecuteUpdateAsync(set => set.SetProperty(book => book.Version, 9), Token);
        }
        books.ForEach(book => context.Entry(book).CurrentValues.SetValues(book with { Pages = 1, Version = 2 }));

        var conflict = await Should.ThrowAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync(Token));

        conflict.Entries.Count.ShouldBe(3);
        (await ReadAsync(database)).ShouldAllBe(book => book.Pages != 1);
    }

    [Fact]
    public async Task What_the_database_refuses_is_said_with_its_reason()
    {
        await using var database = await ShelfContext.CreateAsync();
        await using var context = ShelfContext.Open(database);
        context.AddRange(ShelfContext.Full(1) with { Title = "twice" }, ShelfContext.Full(2) with { Title = "twice" });

        var refused = await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync(Token));

        refused.InnerException.ShouldBeOfType<PostgresException>().ConstraintName.ShouldBe("ix_books_title");
    }

    [Fact]
    public async Task What_the_database_generates_is_read_back()
    {
        await using var database = await ShelfContext.CreateAsync();
        await using var context = ShelfContext.Open(database);
        Stamp[] stamps = [new() { Word = "First" }, new() { Word = "Second" }];
        context.AddRange(stamps);
        await context.SaveChangesAsync(Token);
        stamps.Select(stamp => (stamp.Id, stamp.Capitals)).ShouldBe([(1, "FIRST"), (2, "SECOND")]);

        foreach (var stamp in stamps)
        {
            stamp.Word = $"{stamp.Word} again";
        }
        await context.SaveChangesAsync(Token);
        stamps.Select(stamp => (stamp.Id, stamp.Capitals)).ShouldBe([(1, "FIRST AGAIN"), (2, "SECOND AGAIN")]);
    }

    [Fact]
    public async Task Rows_with_arrays_are_saved_too()
    {
        await using var database = await ShelfContext.CreateAsync();
        await using var context = ShelfContext.Open(database);
        Card[] cards = [ShelfContext.Card(1, "one", "two"), ShelfContext.Card(2), ShelfContext.Card(3, "three")];
        context.AddRange(cards);
        await context.SaveChangesAsync(Token);

        cards[1].Words = ["four"];
        context.Remove(cards[2]);
        await context.SaveChangesAsync(Token);

        context.ChangeTracker.Clear();
        var stored = await context.Set<Card>().OrderBy(card => card.Number).ToListAsync(Token);
        stored.Select(card => string.Join(' ', card.Words)).ShouldBe(["one two", "four"]);
    }

    [Fact]
    public async Task A_save_that_blocks_its_thread_is_refused()
    {
        await using var database = await ShelfContext.CreateAsync();
        await using var context = ShelfContext.Open(database);
        context.Add(ShelfContext.Full(1));

        Should.Throw<InvalidOperationException>(() => context.SaveChanges());
    }

    static async Task<List<Book>> ReadAsync(TestDatabase database)
    {
        await using var context = ShelfContext.Open(database);
        return await context.Books.AsNoTracking().OrderBy(book => book.Number).ToListAsync(Token);
    }
}
