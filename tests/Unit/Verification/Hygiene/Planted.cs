namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>What is planted for each rule, and what only looks like it.</summary>
static class Planted
{
    /// <summary>With the line in which each stands: the class begins in the first, a test's attribute in the second, the test in the third.</summary>
    internal static IReadOnlyList<(string Rule, int Line, string Text)> Violations { get; } =
    [
        ("H-01", 3, Test("public void A_book_is_found() { Shelf.Find(\"a\"); }")),
        (
            "H-01",
            3,
            Test(
                "public async Task Books_are_put_away() => await DrainAsync();\n async Task DrainAsync() { if (_slow) { throw new Late(); } }"
            )
        ),
        ("H-02", 3, Test("public void A_book_is_found_soon() { TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Second); }")),
        (
            "H-02",
            3,
            Test(
                "public void A_book_is_found_soon() { var took = TimeProvider.System.GetElapsedTime(began); took.ShouldBeLessThan(Second); }"
            )
        ),
        ("H-02", 3, Test("public void A_book_is_found_soon() { new Stopwatch().Start(); Found.ShouldBeTrue(); }")),
        ("H-02", 3, Test("public void A_book_is_found_soon() { using var timer = new PeriodicTimer(Second); Found.ShouldBeTrue(); }")),
        ("H-03", 3, Test("public void A_lost_book_is_refused() { try { Find(); Found.ShouldBeFalse(); } catch (Exception) { } }")),
        ("H-03", 3, Test("public void A_lost_book_is_refused() => Should.Throw<Exception>(Find);")),
        ("H-03", 3, Test("public async Task A_lost_book_is_refused() { await Record.ExceptionAsync(Find); Found.ShouldBeFalse(); }")),
        ("H-04", 1, "sealed class MemoryShelf : IShelf { }"),
        ("H-05", 3, Test("public void A_book_has_pages() { if (Find() is { } book) { book.Pages.ShouldBe(3); } }")),
        ("H-05", 3, Test("public void A_book_has_pages() { Find()?.Pages.ShouldBe(3); }")),
        ("H-05", 3, Test("public void A_book_has_pages() { foreach (var book in shelf.Books) { book.Pages.ShouldBe(3); } }")),
        (
            "H-05",
            3,
            Test("public void A_book_has_pages() { var n = Enumerable.Range(1, 3); foreach (var b in n.Where(Odd)) { b.ShouldBe(3); } }")
        ),
        ("H-06", 3, Test("public void A_cost_is_computed() { Cost().ShouldNotBeNull(); }")),
        ("H-06", 3, Test("public void A_cost_is_computed() => Should.NotThrow(Cost);")),
        (
            "H-06",
            3,
            Test("public async Task A_book_is_put_away() { (await http.PostAsync(\"/books\")).StatusCode.ShouldBe(HttpStatusCode.OK); }")
        ),
        ("H-07", 3, Test("public void A_book_is_itself() { book.Title.ShouldBe(book.Title); }")),
        ("H-07", 3, Test("public void A_book_is_itself() { true.ShouldBeTrue(); }")),
        ("H-07", 3, Test("public void A_book_has_pages() { pages.Count.ShouldBeGreaterThanOrEqualTo(0); }")),
        ("H-07", 3, Test("public void A_book_is_itself() => Assert.Equal(1, 1);")),
        ("H-07", 3, Test("public void A_book_is_itself() { book.ShouldBeSameAs(book); }")),
        ("H-08", 3, Test("public void A_book_is_found() { Assert.Skip(\"It is slow.\"); Found.ShouldBeTrue(); }")),
        ("H-08", 2, "public sealed class ShelfTests {\n [Fact(Skip = \"\")]\n public void A_book_is_found() => Found.ShouldBeTrue(); }"),
        ("H-09", 3, Test("public void A_book_is_found() { }")),
        ("H-09", 3, Test("void A_book_is_found() => Found.ShouldBeTrue();")),
        ("H-09", 4, Test("public void A_book_is_found() => Found.ShouldBeTrue();\n public void A_book_is_lost() => Lost.ShouldBeTrue();")),
        ("H-09", 4, Test("public void A_book_is_found() => Found.ShouldBeTrue();\n // [Fact] public void A_book_is_lost() { }\n")),
        ("H-09", 1, "#if SLOW\n#endif\n"),
        ("H-10", 3, Test("public void Works() => Found.ShouldBeTrue();")),
        ("H-11", 1, "static class Settings { static Map All = new() { [\"Shelves:Dust\"] = \"false\" }; }"),
        ("H-12", 3, Test("public void Any_book_is_found() => Find(new Random().Next()).ShouldBeTrue();")),
        ("H-12", 3, Test("public void Any_book_is_found() => Find(Random.Shared.Next()).ShouldBeTrue();")),
    ];

    internal static IReadOnlyList<(string Rule, string Text)> NearMisses { get; } =
    [
        ("H-01", Test("public void A_book_is_found() => Finds(\"a\");\n void Finds(string title) => Shelf.Find(title).ShouldBeTrue();")),
        ("H-01", Test("public void A_book_is_found() => Prop.ForAll(Books, Find).Check(Config);")),
        ("H-01", "public sealed class ShelfTests {\n public void Helps_a_test() { } }"),
        (
            "H-02",
            Test("public void A_book_is_found_in_the_end() { TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience); }")
        ),
        ("H-02", Test("public void An_hour_has_passed() { _clock.GetElapsedTime(began).ShouldBe(Hour); }")),
        ("H-02", Test("public void A_book_is_found() { using var timer = new PeriodicTimer(Second, _clock); Found.ShouldBeTrue(); }")),
        (
            "H-03",
            Test("public void A_lost_book_is_refused() { try { Find(); } catch (Exception lost) { lost.Message.ShouldBe(\"lost\"); } }")
        ),
        ("H-03", Test("public void A_lost_book_is_refused() { try { Find(); } catch { Close(); throw; } }")),
        ("H-03", Test("public void A_lost_book_is_refused() => Should.Throw<LostException>(Find);")),
        ("H-03", Test("public void A_lost_book_is_refused() { var lost = Should.Throw<Exception>(Find); lost.ShouldBeOfType<Lost>(); }")),
        ("H-04", "sealed class SlowShelf(IShelf shelf) : IShelf { }"),
        ("H-04", "sealed class SlowShelf(Shelf shelf) : IShelf { }"),
        ("H-04", "sealed class ShelfTests : IAsyncLifetime { }"),
        ("H-05", Theory("public void A_book_has_pages(int? pages) { if (pages is not null) { Find().Pages.ShouldBe(pages); } }")),
        (
            "H-05",
            Test(
                "public void A_book_has_pages() { shelf.Books.Count.ShouldBe(2); foreach (var book in shelf.Books) { book.Pages.ShouldBe(3); } }"
            )
        ),
        ("H-05", Test("public void A_book_has_pages() { var n = 0; foreach (var b in Read()) { b.ShouldBe(3); n++; } n.ShouldBe(2); }")),
        ("H-05", Test("public void A_book_has_pages() { foreach (var book in new[] { 1, 2 }) { Pages(book).ShouldBe(3); } }")),
        (
            "H-05",
            Test(
                "public void A_book_has_pages() { var n = Enumerable.Range(1, 3).ToList(); foreach (var b in n.Take(2)) { b.ShouldBe(3); } }"
            )
        ),
        ("H-05", Test("public void A_book_has_pages() { Read(books[1]); foreach (var book in books) { book.Pages.ShouldBe(3); } }")),
        ("H-05", Test("public void A_book_has_pages() { while (true) { if (Read()) { Pages.ShouldBe(3); break; } } }")),
        ("H-05", Test("public void A_book_has_pages() => (Find()?.Pages).ShouldBe(3);")),
        ("H-06", Test("public void A_cost_is_computed() { var cost = Cost(); cost.ShouldNotBeNull(); cost.Total.ShouldBe(3); }")),
        (
            "H-06",
            Test("public async Task A_book_is_refused() { (await http.PostAsync(\"/\")).StatusCode.ShouldBe(HttpStatusCode.Conflict); }")
        ),
        ("H-06", Test("public async Task A_book_is_shown() { (await http.GetAsync(\"/books\")).StatusCode.ShouldBe(HttpStatusCode.OK); }")),
        ("H-07", Test("public void A_hash_is_the_same_twice() { Hash(book).ShouldBe(Hash(book)); }")),
        ("H-07", Test("public void A_title_is_made_once() { book.Title.ShouldBeSameAs(book.Title); }")),
        ("H-07", Test("public void A_book_has_pages() { pages.Count.ShouldBeGreaterThanOrEqualTo(1); }")),
        ("H-08", Test("public void A_book_is_found() { Assert.SkipWhen(Missing is not null, \"No Redis.\"); Found.ShouldBeTrue(); }")),
        (
            "H-09",
            Test("public void A_book_is_found() => Found.ShouldBeTrue();\n public override void A_book_is_lost() => Lost.ShouldBeTrue();")
        ),
        ("H-09", Test("public void A_book_is_found() => Found.ShouldBeTrue();\n // A fact is public void, too.\n")),
        ("H-10", Test("public void Books_are_found() => Found.ShouldBeTrue();")),
        ("H-10", "public sealed class A_shelf_is_full {\n [Fact]\n public void Of_books() => Found.ShouldBeTrue(); }"),
        ("H-11", "static class Settings { static Map All = new() { [\"Shelves:Dust\"] = \"true\" }; }"),
        ("H-12", Theory("public void Any_book_is_found(int seed) => Find(new Random(seed).Next()).ShouldBeTrue();")),
    ];

    static string Test(string method) => $"public sealed class ShelfTests {{\n [Fact]\n {method} }}";

    static string Theory(string method) => $"public sealed class ShelfTests {{\n [Theory]\n {method} }}";
}
