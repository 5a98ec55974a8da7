using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1861 // Avoid constant arrays as arguments

namespace Phase1.ModelGateway.Migrations
{
    /// <inheritdoc />
    public partial class AddAlertsAndHealth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "budget_alerts",
                columns: table => new
                {
                    alert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    budget_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_key = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    limit_version = table.Column<int>(type: "integer", nullable: false),
                    threshold = table.Column<string>(type: "text", nullable: false),
                    percent = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    spent = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    limit_amount = table.Column<decimal>(type: "numeric(20,10)", precision: 20, scale: 10, nullable: false),
                    sent_channels = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_alerts", x => x.alert_id);
                });

            migrationBuilder.CreateTable(
                name: "provider_health",
                columns: table => new
                {
                    provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    circuit_state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    http_status = table.Column<int>(type: "integer", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_health", x => x.provider);
                });

            migrationBuilder.CreateIndex(
                name: "ix_budget_alerts_created_at",
                table: "budget_alerts",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_budget_alerts_workspace_id_created_at",
                table: "budget_alerts",
                columns: new[] { "workspace_id", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "budget_alerts");

            migrationBuilder.DropTable(
                name: "provider_health");
        }
    }
}
