using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.ModelGateway.Migrations
{
    /// <inheritdoc />
    public partial class AlertConfigs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "told_by",
                table: "budget_alerts",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "webhook_attempts",
                table: "budget_alerts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "webhook_due_at",
                table: "budget_alerts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "webhook_reference",
                table: "budget_alerts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "alert_configs",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    owner_type = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    scope_type = table.Column<string>(type: "text", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    min_percent = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    channels = table.Column<string[]>(type: "text[]", nullable: false),
                    webhook_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_configs", x => new { x.workspace_id, x.owner_type, x.owner_id, x.scope_type });
                    table.CheckConstraint("ck_alert_configs_default", "(owner_type = 'default') = (workspace_id = '*')");
                    table.CheckConstraint("ck_alert_configs_percent", "min_percent between 0 and 100");
                });

            migrationBuilder.CreateTable(
                name: "cost_discrepancies",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    computed = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    reported = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    percent = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_discrepancies", x => x.request_id);
                    table.ForeignKey(
                        name: "fk_cost_discrepancies_llm_usage_request_id",
                        column: x => x.request_id,
                        principalTable: "llm_usage",
                        principalColumn: "request_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_budget_alerts_webhook_due_at",
                table: "budget_alerts",
                column: "webhook_due_at",
                filter: "webhook_due_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_configs");

            migrationBuilder.DropTable(
                name: "cost_discrepancies");

            migrationBuilder.DropIndex(
                name: "ix_budget_alerts_webhook_due_at",
                table: "budget_alerts");

            migrationBuilder.DropColumn(
                name: "told_by",
                table: "budget_alerts");

            migrationBuilder.DropColumn(
                name: "webhook_attempts",
                table: "budget_alerts");

            migrationBuilder.DropColumn(
                name: "webhook_due_at",
                table: "budget_alerts");

            migrationBuilder.DropColumn(
                name: "webhook_reference",
                table: "budget_alerts");
        }
    }
}
