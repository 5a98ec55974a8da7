using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Planning;

/// <summary>
/// The words by which a text says what it is about, in English and in the words of the pages (Swedish). * stands for any letters, ... for some words.
/// </summary>
static class Cues
{
    internal static IReadOnlyList<(Category Category, string[] Of)> All { get; } =
    [
        (
            Category.Persistence,
            [
                "persist*",
                "save",
                "saves",
                "saved",
                "saving",
                "stores",
                "stored",
                "storing",
                "store the",
                "store a",
                "store each",
                "store every",
                "database*",
                "repositor*",
                "table",
                "tables",
                "migration*",
                "migrate",
                "query",
                "queries",
                "row",
                "rows",
                "column",
                "columns",
                "spara*",
                "lagra*",
                "databas*",
                "tabell*",
            ]
        ),
        (
            Category.Wiring,
            [
                "inject*",
                "factory",
                "factories",
                "singleton*",
                "initiali*",
                "register ... container",
                "register ... implementation",
                "*service ... repository",
                "repository ... *service",
                "get_*_service",
            ]
        ),
        (
            Category.StateMachine,
            [
                "status*",
                "state",
                "states",
                "transition*",
                "phase",
                "phases",
                "workflow*",
                "lifecycle*",
                "cancelled",
                "tillstånd*",
                "övergång*",
                "fas",
                "faser",
                "avbruten",
            ]
        ),
        (
            Category.CrossComponent,
            [
                "calls",
                "integrates with",
                "integrate ... with",
                "sends ... to",
                "send ... to",
                "receives ... from",
                "receive ... from",
                "reports ... to",
                "report ... to",
                "triggers",
                "publish*",
                "consum*",
                "event",
                "events",
                "message",
                "messages",
                "skickar",
                "händelse*",
                "meddelande*",
            ]
        ),
        (
            Category.Background,
            [
                "background",
                "async*",
                "worker*",
                "queue*",
                "loop*",
                "periodic*",
                "monitor*",
                "poll*",
                "schedul*",
                "bakgrund*",
                "kö",
                "schemalag*",
            ]
        ),
        (
            Category.External,
            [
                "external*",
                "third-party",
                "gateway*",
                "provider*",
                "connect* to",
                "connection to",
                "fetch* ... from",
                "extern*",
                "leverantör*",
                "anslut*",
            ]
        ),
        (
            Category.Configuration,
            [
                "config*",
                "setting*",
                "environment",
                "env",
                "flag*",
                "option",
                "options",
                "timeout ... via",
                "inställning*",
                "konfigur*",
                "miljövariabel*",
            ]
        ),
        (
            Category.Endpoint,
            [
                "endpoint*",
                "route",
                "routes",
                "request",
                "requests",
                "response*",
                "GET /*",
                "POST /*",
                "PUT /*",
                "PATCH /*",
                "DELETE /*",
                "begäran",
                "svar",
            ]
        ),
    ];

    /// <summary>Words that may mean one thing or another. They are asked about, and never decide.</summary>
    internal static IReadOnlyList<Ambiguity> Ambiguous { get; } =
    [
        new("api", "apis", [Category.External, Category.Endpoint], "is it called by us (external), or does it answer (endpoint)?"),
        new("task", "tasks", [Category.Background], "does it run in the background, or is it the matter that a person works on?"),
        new("store", null, [Category.Persistence], "is something stored (persistence), or is it the name of a component?"),
        new(
            "stage",
            "stages",
            [Category.StateMachine],
            "does it follow on others by a law (state machine), or is it a part of a delivery?"
        ),
        new("service", "services", [Category.Wiring], "is it made by the container of a host (wiring), or is it a whole host?"),
    ];
}

/// <summary>A word that may mean one thing or another.</summary>
/// <param name="Word">The word.</param>
/// <param name="Several">Its plural; null where that is no question.</param>
/// <param name="Categories">What it may mean.</param>
/// <param name="Question">What decides.</param>
sealed record Ambiguity(string Word, string? Several, IReadOnlyList<Category> Categories, string Question);
