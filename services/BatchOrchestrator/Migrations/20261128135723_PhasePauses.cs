using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.BatchOrchestrator.Migrations
{
    /// <inheritdoc />
    public partial class PhasePauses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "parked_reason",
                table: "pipeline_runs",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "parked_since",
                table: "pipeline_runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "parked_until",
                table: "pipeline_runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_at",
                table: "pipeline_runs",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "parked_reason",
                table: "pipeline_runs");

            migrationBuilder.DropColumn(
                name: "parked_since",
                table: "pipeline_runs");

            migrationBuilder.DropColumn(
                name: "parked_until",
                table: "pipeline_runs");

            migrationBuilder.DropColumn(
                name: "paused_at",
                table: "pipeline_runs");
        }
    }
}
