using System.Text.Json;
using Phase1.Verification.Catalogue;
using Phase1.Verification.Planning;

namespace Phase1.Unit.Tests.Verification;

public sealed class PlannerTests
{
    const string Refactoring = "Refactor OperationsService to use repository";

    const string Fixture = """
        {"schema": 1, "components": [
          {"id": "demo.store.OperationsService", "kind": "store", "categories": ["persistence", "state_machine"], "cells": []},
          {"id": "demo.endpoint.POST /v1/marks", "categories": ["endpoint", "persistence"]},
          {"id": "demo.worker.MarkCounter", "categories": ["background"], "names": ["mark-counter"]}]}
        """;

    [Theory]
    [Trait("Scenario", "FRM-04")]
    [InlineData("Persist the teacher's marks", Category.Persistence)]
    [InlineData("Add a table for marks, with its migration", Category.Persistence)]
    [InlineData("Spara lärarens betyg i databasen", Category.Persistence)]
    [InlineData("Inject the clock into the exporter", Category.Wiring)]
    [InlineData("Make MarkService use the mark repository", Category.Wiring)]
    [InlineData("Replace get_mark_service with a factory", Category.Wiring)]
    [InlineData("Add the status returned to an essay's lifecycle", Category.StateMachine)]
    [InlineData("Let a teacher end a batch in a cancelled phase", Category.StateMachine)]
    [InlineData("CMS sends the teacher's marks to BOS", Category.CrossComponent)]
    [InlineData("Publish an event when marks are final", Category.CrossComponent)]
    [InlineData("Count marks in the background, once an hour", Category.Background)]
    [InlineData("A worker that polls the queue of marks", Category.Background)]
    [InlineData("Connect to a third-party plagiarism check", Category.External)]
    [InlineData("Fetch the roster from the school's register", Category.External)]
    [InlineData("Make the number of marks configurable", Category.Configuration)]
    [InlineData("Set the timeout of exports via an environment variable", Category.Configuration)]
    [InlineData("Answer GET /v1/marks with a page of marks", Category.Endpoint)]
    [InlineData("Refuse a request without marks", Category.Endpoint)]
    public void A_task_as_people_write_it_says_what_it_is_about(string task, Category about) =>
        CategoriesOf(Plan(task)).ShouldContain(about);

    [Fact]
    [Trait("Scenario", "FRM-05")]
    public void A_component_that_is_named_brings_its_categories()
    {
        var plan = Plan(Refactoring, Fixture);

        CategoriesOf(plan).ShouldBe([Category.Persistence, Category.Wiring, Category.StateMachine]);
        plan.Questions.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "FRM-05")]
    public void Of_a_type_that_nobody_knows_it_is_asked_whether_it_touches_a_status()
    {
        var plan = Plan(Refactoring);

        CategoriesOf(plan).ShouldBe([Category.Persistence, Category.Wiring]);
        plan.Questions.ShouldHaveSingleItem().ShouldContain("OperationsService touch a status");
    }

    [Theory]
    [InlineData("Speed up POST /v1/marks", Category.Endpoint)]
    [InlineData("Rename mark-counter", Category.Background)]
    public void A_component_is_known_by_its_route_and_by_its_other_names(string task, Category has) =>
        CategoriesOf(Plan(task, Fixture)).ShouldContain(has);

    [Theory]
    [Trait("Scenario", "FRM-06")]
    [InlineData("API")]
    [InlineData("task")]
    [InlineData("store")]
    [InlineData("stage")]
    public void A_word_of_two_meanings_is_asked_about_and_decides_nothing(string word)
    {
        var plan = Plan(word);

        plan.Questions.ShouldHaveSingleItem().ShouldStartWith("perhaps ");
        plan.Categories.ShouldBeEmpty();
        plan.Tests.ShouldBeEmpty();
        plan.Smoke.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "FRM-06")]
    public void What_is_declared_wins_over_every_word()
    {
        var plan = new Planner(KnownComponent.Read(Fixture)).Plan($"{Refactoring}, and the API", [Category.Endpoint]);

        CategoriesOf(plan).ShouldBe([Category.Endpoint]);
        plan.Questions.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "FRM-07")]
    public void A_refactoring_of_what_has_a_status_needs_three_tests_and_one_look()
    {
        var plan = Plan(Refactoring, Fixture);

        plan.Tests.Select(test => test.Mode.Failure)
            .ShouldBe([FailureMode.NotWired, FailureMode.TransactionIssues, FailureMode.LostTransition]);
        plan.Tests.ShouldAllBe(test => test.Name.Contains("OperationsService", StringComparison.Ordinal));
        plan.Smoke.ShouldBe(["./phase1 smoke persistence"]);
        plan.Covered.SelectMany(covered => covered.Modes)
            .ShouldBe(
                [
                    new(Category.Persistence, FailureMode.SchemaMismatch),
                    new(Category.Persistence, FailureMode.TransactionIssues),
                    new(Category.Wiring, FailureMode.MissingInjection),
                    new(Category.Wiring, FailureMode.WrongType),
                    new(Category.Wiring, FailureMode.StaleSingleton),
                ],
                ignoreOrder: true
            );
    }

    // Once a text speaks of states, the law itself may change.
    [Fact]
    public void A_task_about_states_needs_the_whole_law()
    {
        var plan = Plan("A new status of OperationsService", Fixture);

        plan.Tests.Select(test => test.Mode.Failure).ShouldContain(FailureMode.InvalidTransitionAllowed);
        plan.Smoke.ShouldContain("./phase1 smoke state");
    }

    [Fact]
    [Trait("Scenario", "FRM-10")]
    public void What_is_critical_and_what_is_important_is_marked_and_comes_first()
    {
        var tests = Plan("An endpoint that saves marks").Tests;

        tests.Select(test => test.Importance).ShouldBeInOrder(SortDirection.Descending);
        tests.Where(test => test.Importance == Importance.Critical).Select(test => test.Pattern).ShouldBe(Marked(Importance.Critical));
        tests.Where(test => test.Importance == Importance.Important).Select(test => test.Pattern).ShouldBe(Marked(Importance.Important));
        Marked(Importance.Critical).Count().ShouldBe(2);
        Marked(Importance.Important).Count().ShouldBe(1);
    }

    [Fact]
    public void A_plan_is_shown_with_its_reasons_and_its_marks()
    {
        var page = PlanPage.ToText(Plan(Refactoring, Fixture));

        page.ShouldContain(
            "Persistence (word: repository, OperationsService has it)   Wiring (phrase: OperationsService to use repository)"
        );
        page.ShouldContain("NotWired                  critical   OperationsService_of_the_built_host");
        page.ShouldEndWith("smoke (not built yet): ./phase1 smoke persistence");
    }

    [Fact]
    public void A_plan_is_a_document_for_programs_too()
    {
        var document = JsonDocument.Parse(PlanPage.ToJson(Plan(Refactoring, Fixture))).RootElement;

        document.GetProperty("categories").EnumerateArray().Last().GetProperty("category").GetString().ShouldBe("state_machine");
        document.GetProperty("tests")[0].GetProperty("mode").GetProperty("failure").GetString().ShouldBe("not_wired");
    }

    [Theory]
    [InlineData("""{"components": null}""")]
    [InlineData("""{"components": [{"id": "a.b.c"}]}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_list_of_components_that_is_none_is_refused(string json) => Should.Throw<JsonException>(() => KnownComponent.Read(json));

    static IEnumerable<string> Marked(Importance importance) =>
        FailureCatalogue.Patterns.Where(pattern => pattern.Importance == importance).Select(pattern => pattern.Name);

    static TestPlan Plan(string task, string? components = null) =>
        new Planner(components is null ? [] : KnownComponent.Read(components)).Plan(task);

    static IEnumerable<Category> CategoriesOf(TestPlan plan) => plan.Categories.Select(one => one.Category);
}
